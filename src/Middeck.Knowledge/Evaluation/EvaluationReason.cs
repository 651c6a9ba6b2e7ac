namespace Middeck.Knowledge.Evaluation;

/// <summary>What asked for an evaluation.</summary>
internal enum EvaluationReason
{
    /// <summary>A person.</summary>
    Asked,

    /// <summary>The base's settings were changed.</summary>
    SettingsChanged,
}
