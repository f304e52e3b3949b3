package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Missing;
import dev.godwit.manifest.internal.python.PythonObject;

/// What `self` names: the template's blocks, of which there are none.
enum SelfReference implements PythonObject {
  SELF;

  @Override
  public Object attribute(String name) {
    return Missing.MISSING;
  }

  @Override
  public String typeName() {
    return "TemplateReference";
  }

  @Override
  public String repr() {
    return "<TemplateReference None>";
  }
}
