namespace Middeck.Knowledge.Metadata;

/// <summary>The metadata of a base.</summary>
/// <param name="Fields">Those that people made, in the order of their making.</param>
/// <param name="BuiltInEnabled">Whether the built-in ones can be filtered by.</param>
/// <param name="BuiltIn">Those that every base has.</param>
internal sealed record MetadataFields(
    IReadOnlyList<MetadataField> Fields, bool BuiltInEnabled, IReadOnlyList<BuiltInField> BuiltIn);
