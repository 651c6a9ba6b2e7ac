namespace Middeck.Operations.Checks;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Info,

    /// <summary>It works, and will not for ever.</summary>
    Warning,

    /// <summary>Something does not work, or must not be open to others as it is.</summary>
    Critical,
}
