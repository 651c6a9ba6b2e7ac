namespace Middeck.Operations.Configuration;

/// <summary>How much the platform logs.</summary>
public enum ServerLogLevel
{
    /// <summary>Every request and our own details.</summary>
    Debug,

    /// <summary>What happened.</summary>
    Information,

    /// <summary>What should not have happened.</summary>
    Warning,
}
