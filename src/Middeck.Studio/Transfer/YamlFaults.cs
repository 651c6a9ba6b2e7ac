using Middeck.Core.Errors;

namespace Middeck.Studio.Transfer;

/// <summary>The refusals of files that are no YAML that we read.</summary>
internal static class YamlFaults
{
    public static FaultException Invalid(long line, string reason) => new(new Fault(
        FaultKind.Invalid,
        "apps.import_invalid_yaml",
        $"Line {line}: {reason}",
        Extensions: new Dictionary<string, object?> { ["line"] = line }));

    public static FaultException TooLarge(long limit) => new(new Fault(
        FaultKind.TooLarge, "apps.import_too_large", $"The file may have at most {limit:N0} bytes."));

    public static FaultException NotText() => new(Fault.Invalid(
        "apps.import_invalid_yaml", "The file is not text in UTF-8."));

    public static FaultException BadAddress() => new(Fault.Invalid(
        "apps.import_url_invalid", "url must be an http or https address without a user name.", "url"));

    public static FaultException NotFetched(string reason)
        => new(new Fault(FaultKind.Upstream, "apps.import_url_failed", reason, "url"));
}
