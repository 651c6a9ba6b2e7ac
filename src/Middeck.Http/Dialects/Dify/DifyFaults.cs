using Middeck.Core.Errors;

namespace Middeck.Http.Dialects.Dify;

/// <summary>Refusals of values that Dify's Service API does not take.</summary>
public static class DifyFaults
{
    /// <summary>The field is needed and was not sent.</summary>
    public static FaultException Missing(string field) => Invalid(field, $"{field} must be provided.");

    /// <summary>The field's value cannot be taken.</summary>
    public static FaultException Invalid(string field, string detail)
        => new(Fault.Invalid("dify.invalid_param", detail, field));
}
