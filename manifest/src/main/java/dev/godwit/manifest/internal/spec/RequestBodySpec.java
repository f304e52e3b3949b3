package dev.godwit.manifest.internal.spec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a request sends.
public sealed interface RequestBodySpec extends Component {
  /// A text.
  record RequestBodyPlainText(Origin origin, String value) implements RequestBodySpec {}

  /// A form.
  record RequestBodyUrlEncodedForm(Origin origin, Map<String, String> value)
      implements RequestBodySpec {}

  /// A JSON object with templates in it.
  record RequestBodyJsonObject(Origin origin, Map<String, @Nullable Object> value)
      implements RequestBodySpec {}

  /// A GraphQL request.
  record RequestBodyGraphQL(Origin origin, RequestBodyGraphQlQuery value)
      implements RequestBodySpec {}

  /// A GraphQL query. Whatever else is written beside the query is sent along; the origin's node
  /// has it.
  @Untyped
  @OpenFields
  record RequestBodyGraphQlQuery(Origin origin, String query) implements Component {}
}
