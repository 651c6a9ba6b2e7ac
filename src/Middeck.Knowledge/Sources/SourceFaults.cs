using Middeck.Core.Errors;

namespace Middeck.Knowledge.Sources;

/// <summary>The refusals that several parts of sources give.</summary>
internal static class SourceFaults
{
    /// <summary>The place cannot be reached or not be seen as a whole.</summary>
    public static FaultException Unavailable(string code, string detail, Exception? inner = null)
        => new(new Fault(FaultKind.Upstream, code, detail), inner);

    public static FaultException Invalid(string code, string detail, string field)
        => new(Fault.Invalid(code, detail, field));

    public static FaultException MissingSettings(SourceKind kind)
        => Invalid(
            "knowledge.source_settings_missing",
            $"Give the settings of a source of the kind '{kind.ToString().ToLowerInvariant()}'.",
            $"settings.{kind.ToString().ToLowerInvariant()}");

    public static FaultException NoSource()
        => new(Fault.NotFound("knowledge.source_not_found", "The knowledge base has no such source."));

    public static FaultException Busy()
        => new(Fault.Conflict(
            "knowledge.source_busy", "The source is being read. Wait until it is done, or cancel that first."));
}
