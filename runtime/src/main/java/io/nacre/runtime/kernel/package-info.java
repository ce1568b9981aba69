/// The kernels that generated graph classes call.
package io.nacre.runtime.kernel;
