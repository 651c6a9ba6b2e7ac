namespace Middeck.Studio.Workflows.Nodes.Code;

/// <summary>What the code handed back is not what the node declares. Kind and message are those of Dify.</summary>
internal sealed class CodeOutputException(string message, string kind = "OutputValidationError") : Exception(message)
{
    public string Kind { get; } = kind;
}
