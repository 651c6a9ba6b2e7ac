using Middeck.Core.Errors;

namespace Middeck.Studio.Apps;

/// <summary>The kinds of apps, spelt as in the DSL.</summary>
internal static class AppMode
{
    /// <summary>Question and answer over a prompt and knowledge.</summary>
    public const string Chat = "chat";

    /// <summary>A prompt with variables, answered once: no history.</summary>
    public const string Completion = "completion";

    /// <summary>The kinds that can be made here.</summary>
    public static readonly string[] Available = [Chat, Completion];

    /// <summary>Every kind that the DSL knows, also those that cannot be made here.</summary>
    public static readonly string[] Known = [Chat, Completion, "agent-chat", "advanced-chat", "workflow"];

    /// <summary>Refuses a kind that nobody knows or that cannot be made here.</summary>
    /// <param name="mode">The kind.</param>
    /// <param name="field">Where it stands in the request or the file.</param>
    /// <exception cref="FaultException"><c>apps.invalid_mode</c> or <c>apps.mode_not_available</c>.</exception>
    public static void RefuseUnavailable(string mode, string field = "mode")
    {
        if (!Known.Contains(mode))
        {
            throw new FaultException(Fault.Invalid(
                "apps.invalid_mode", $"{field} must be one of: {string.Join(", ", Known)}.", field));
        }

        if (!Available.Contains(mode))
        {
            throw new FaultException(Fault.Invalid(
                "apps.mode_not_available",
                $"Apps of the kind '{mode}' cannot be made yet; these can: {string.Join(", ", Available)}.",
                field));
        }
    }
}
