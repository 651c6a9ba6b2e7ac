namespace Middeck.Studio.Agents;

/// <summary>How a model says which tool it wants.</summary>
internal enum AgentStrategy
{
    /// <summary>By the function calls of its API; by writing where it has none.</summary>
    FunctionCall,

    /// <summary>By writing: thought, action, observation.</summary>
    React,
}
