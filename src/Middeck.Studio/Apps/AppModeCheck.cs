using Middeck.Core.Errors;

namespace Middeck.Studio.Apps;

/// <summary>Refuses kinds of apps that nobody knows.</summary>
internal static class AppModeCheck
{
    /// <summary>Passes what can be made.</summary>
    /// <param name="mode">The kind.</param>
    /// <param name="field">Where it stands in the request or the file.</param>
    /// <exception cref="FaultException"><c>apps.invalid_mode</c>.</exception>
    public static void Check(string mode, string field = "mode")
    {
        if (!AppMode.Available.Contains(mode))
        {
            throw new FaultException(Fault.Invalid(
                "apps.invalid_mode", $"{field} must be one of: {string.Join(", ", AppMode.Available)}.", field));
        }
    }
}
