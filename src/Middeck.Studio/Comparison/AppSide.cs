using System.Globalization;
using Middeck.Core.Errors;

namespace Middeck.Studio.Comparison;

/// <summary>Which configuration of an app is meant: the draft, or a published version.</summary>
/// <param name="Version">From 1; null for the draft.</param>
internal readonly record struct AppSide(int? Version)
{
    public static AppSide Draft => new(null);

    /// <summary>Reads <c>draft</c> or a version's number.</summary>
    /// <exception cref="FaultException"><c>apps.invalid_side</c>.</exception>
    public static AppSide Parse(string text, string field)
        => text == "draft" ? Draft
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
                ? new AppSide(version)
                : throw new FaultException(Fault.Invalid(
                    "apps.invalid_side", $"{field} must be 'draft' or the number of a version.", field));
}
