using System.Text.Json.Serialization.Metadata;

namespace Middeck.Http;

/// <summary>
/// Makes what a request's record cannot do without required in its JSON: a constructor parameter that is neither nullable nor has a
/// default. Without this the serializer hands over null against the type's own word.
/// </summary>
internal static class RequiredParameters
{
    public static void Require(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // One without a setter, as in an anonymous type that is only written, cannot be required.
            if (property.Set is not null
                && property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false } parameter
                && Nullable.GetUnderlyingType(parameter.ParameterType) is null)
            {
                property.IsRequired = true;
            }
        }
    }
}
