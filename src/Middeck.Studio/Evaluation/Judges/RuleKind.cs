namespace Middeck.Studio.Evaluation.Judges;

/// <summary>What a rule demands of an answer.</summary>
public enum RuleKind
{
    /// <summary>The value is in it, whatever the case.</summary>
    Contains,

    /// <summary>The value is not in it.</summary>
    NotContains,

    /// <summary>It is the value, but for case and for spaces around it.</summary>
    Equal,

    /// <summary>The value, a regular expression, is found in it.</summary>
    Matches,

    /// <summary>It is JSON whose field at the path is the value; any value when that is empty.</summary>
    JsonField,

    /// <summary>It has at most so many characters.</summary>
    MaxLength,

    /// <summary>It cites the document of that id or name.</summary>
    Cites,
}
