using System.Text.Json;

namespace Middeck.Studio.Tools.Builtin;

/// <summary>A tool of ours, under the name that the DSL knows it by.</summary>
/// <param name="provider">The DSL's provider, such as <c>time</c>.</param>
/// <param name="info">What it is.</param>
/// <param name="work">Does it.</param>
internal sealed class BuiltinTool(
    string provider, ToolInfo info, Func<ToolContext, ToolArguments, CancellationToken, Task<ToolResult>> work) : ITool
{
    /// <summary>One that answers at once.</summary>
    public BuiltinTool(string provider, ToolInfo info, Func<ToolArguments, ToolResult> work)
        : this(provider, info, (_, arguments, _) => Task.FromResult(work(arguments)))
    {
    }

    public string Provider => provider;

    public ToolInfo Info => info;

    public Task<ToolResult> InvokeAsync(ToolContext context, JsonElement arguments, CancellationToken cancellationToken)
        => work(context, new ToolArguments(arguments), cancellationToken);
}
