/// Runs the graph classes that Nacre's annotation processor writes.
module io.nacre.runtime {
  requires transitive jdk.incubator.vector;
  requires com.fasterxml.jackson.core;
  requires static java.management;

  exports io.nacre.runtime;
  exports io.nacre.runtime.data;
  exports io.nacre.runtime.files;
  exports io.nacre.runtime.kernel;
  exports io.nacre.runtime.kernel.vector;
}
