using Middeck.Core.Errors;

namespace Middeck.Studio.Suggestions;

/// <summary>The refusals about suggested questions.</summary>
internal static class SuggestionFaults
{
    public const string Disabled = "messages.suggestions_disabled";

    public static FaultException AreDisabled() => new(Fault.Conflict(
        Disabled, "The app suggests no questions. Switch them on in its settings and publish it."));
}
