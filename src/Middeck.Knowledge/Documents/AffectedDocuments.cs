namespace Middeck.Knowledge.Documents;

/// <summary>How many documents an act on a whole base changed.</summary>
internal sealed record AffectedDocuments(int Documents);
