using System.Globalization;
using System.Text.RegularExpressions;
using Middeck.Core.Errors;

namespace Middeck.Studio.Transfer;

/// <summary>The version of the format that a file is written in, such as <c>0.6.0</c>.</summary>
internal readonly partial record struct DslVersion(int Major, int Minor, int Patch) : IComparable<DslVersion>
{
    /// <summary>The newest that is read here, and the one that is written.</summary>
    public static DslVersion Current { get; } = new(0, 6, 0);

    /// <summary>What a file has that does not say.</summary>
    public static DslVersion Unsaid { get; } = new(0, 1, 0);

    /// <exception cref="FaultException"><c>apps.import_invalid_version</c>.</exception>
    public static DslVersion Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new DslVersion(Part(match, "major"), Part(match, "minor"), Part(match, "patch"))
            : throw Invalid($"'{(text.Length > 40 ? text[..40] : text)}' is no version such as {Current}");
    }

    public static FaultException Invalid(string reason)
        => new(Fault.Invalid("apps.import_invalid_version", $"version: {reason}.", "version"));

    public int CompareTo(DslVersion other)
        => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => $"{Major}.{Minor}.{Patch}";

    private static int Part(Match match, string name)
        => match.Groups[name] is { Success: true, Value: var digits }
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"^v?(?<major>[0-9]{1,6})(\.(?<minor>[0-9]{1,6}))?(\.(?<patch>[0-9]{1,6}))?([-+.a-z][0-9A-Za-z.+-]{0,40})?\z")]
    private static partial Regex Pattern();
}
