package planted.cases;

import cn.lianban.api.types.UserError;

/** Planted: a generated output type inside a room. */
class GeneratedAnswer {
  UserError error;
}
