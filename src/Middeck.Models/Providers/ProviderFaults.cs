using Middeck.Core.Errors;

namespace Middeck.Models.Providers;

/// <summary>Refusals that several ways through the room share.</summary>
internal static class ProviderFaults
{
    public static FaultException NotFound() => new(Fault.NotFound(
        "models.provider_not_found", "The provider does not exist in this workspace."));

    public static FaultException BuiltinIsFixed() => new(Fault.Conflict(
        "models.builtin_is_fixed", "The builtin provider comes with the platform and cannot be changed or removed."));

    public static FaultException KeyNeeded() => new(Fault.Invalid(
        "models.key_required",
        "The provider's address changed to another host. Enter the key again, so that the stored one is not sent there by mistake.",
        "api_key"));
}
