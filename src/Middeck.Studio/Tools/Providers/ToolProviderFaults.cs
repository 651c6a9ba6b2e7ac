using Middeck.Core.Errors;

namespace Middeck.Studio.Tools.Providers;

/// <summary>What can go wrong with tools from elsewhere.</summary>
internal static class ToolProviderFaults
{
    public static FaultException NotFound()
        => new(Fault.NotFound("tools.provider_not_found", "The workspace has no such tool provider."));

    public static FaultException NoSuchTool(string name)
        => new(Fault.NotFound("tools.provider_tool_not_found", $"The provider has no tool '{name}'."));

    public static FaultException NameTaken(string name) => new(new Fault(
        FaultKind.Conflict, "tools.provider_name_taken", $"The workspace has a tool provider '{name}' already. Choose another name.", "name"));

    public static FaultException InvalidName() => new(Fault.Invalid(
        "tools.provider_invalid_name", "A name is needed; it holds no character that cannot be kept, such as NUL.", "name"));

    public static FaultException InvalidSource(string sentence) => new(Fault.Invalid("tools.invalid_description", sentence, "source"));

    public static FaultException InvalidServer(string sentence, string field)
        => new(new Fault(FaultKind.Upstream, "tools.provider_unreachable", sentence, field));

    public static FaultException InvalidUrl(string field) => new(Fault.Invalid(
        "tools.provider_invalid_url", $"{field} must be an http or https address without a user name.", field));

    public static FaultException ServerNeeded() => new(Fault.Invalid(
        "tools.provider_server_needed", "The description names no server. Give its address in server_url.", "server_url"));

    public static FaultException InvalidAuth(string field, string sentence)
        => new(Fault.Invalid("tools.provider_invalid_auth", sentence, field));

    public static FaultException SecretsNeeded() => new(Fault.Invalid(
        "tools.provider_secrets_needed",
        "The server or the command changes, so its secrets must be given again: they are sent only where they were given for.",
        "auth.secret"));

    public static FaultException SecretsUnreadable(string name, Exception inner) => new(
        new Fault(FaultKind.Upstream, "tools.provider_secrets_unreadable", $"The secrets of '{name}' cannot be read any more. Enter them again."),
        inner);
}
