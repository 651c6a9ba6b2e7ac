using Middeck.Core.Errors;

namespace Middeck.Studio.Extensions;

/// <summary>What can go wrong with API extensions.</summary>
internal static class ApiExtensionFaults
{
    public static FaultException NotFound()
        => new(Fault.NotFound("extensions.not_found", "The workspace has no such API extension."));

    public static FaultException InvalidUrl() => new(Fault.Invalid(
        "extensions.invalid_url",
        "The url must be an http or https address without a user name, such as https://extension.example.com/dify.",
        "url"));

    public static FaultException InvalidName() => new(Fault.Invalid(
        "extensions.invalid_name", "The name is needed and holds no character that cannot be kept, such as NUL.", "name"));

    public static FaultException InvalidKey() => new(Fault.Invalid(
        "extensions.invalid_key", "The key holds spaces, line breaks or letters that no key has.", "api_key"));

    public static FaultException KeyNeeded() => new(Fault.Invalid(
        "extensions.key_needed",
        "The url changes, so the key must be given again: a key is sent only where it was given for.",
        "api_key"));

    public static FaultException Refused(string detail, Exception inner)
        => new(new Fault(FaultKind.Upstream, "extensions.address_refused", detail), inner);

    public static FaultException KeyUnreadable(string name, Exception inner) => new(
        new Fault(FaultKind.Upstream, "extensions.key_unreadable", $"The key of '{name}' cannot be read any more. Enter it again."),
        inner);

    public static FaultException Broken(string name, string reason, Exception? inner = null) => new(
        new Fault(FaultKind.Upstream, "extensions.failed", $"The extension '{name}' gave no usable answer: {reason}."), inner);

    public static FaultException Slow(string name, int seconds) => new(new Fault(
        FaultKind.Timeout, "extensions.timeout", $"The extension '{name}' did not answer within {seconds} s."));
}
