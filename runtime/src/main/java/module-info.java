/// Runs the graph classes that Nacre's annotation processor writes.
module io.nacre.runtime {
  requires transitive jdk.incubator.vector;

  // Generated classes are marked @Generated, which is there for the compiler only.
  requires static transitive java.compiler;
  requires com.fasterxml.jackson.core;
  requires static java.management;

  exports io.nacre.runtime;
  exports io.nacre.runtime.data;
  exports io.nacre.runtime.files;
  exports io.nacre.runtime.kernel;
  exports io.nacre.runtime.kernel.vector;
}
