using Middeck.Core.Errors;

namespace Middeck.Models.Dialects.OpenAi;

/// <summary>Refusals of bodies that OpenAI's API does not take.</summary>
internal static class OpenAiFaults
{
    public static FaultException Missing(string field)
        => Invalid(field, $"You must provide the parameter '{field}'.");

    public static FaultException Invalid(string field, string detail)
        => new(Fault.Invalid("invalid_value", detail, field));
}
