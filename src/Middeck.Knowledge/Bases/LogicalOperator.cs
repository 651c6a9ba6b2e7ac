namespace Middeck.Knowledge.Bases;

/// <summary>How several conditions hold together.</summary>
public enum LogicalOperator
{
    /// <summary>All of them.</summary>
    And,

    /// <summary>At least one.</summary>
    Or,
}
