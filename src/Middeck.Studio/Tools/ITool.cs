using System.Text.Json;

namespace Middeck.Studio.Tools;

/// <summary>
/// Something that models, and workflows, can have done. Whatever is behind it: our own code, an HTTP API, an MCP server, an app.
/// </summary>
internal interface ITool
{
    ToolInfo Info { get; }

    /// <summary>Does it.</summary>
    /// <param name="context">For whom.</param>
    /// <param name="arguments">An object; what is missing or wrong in it is refused.</param>
    /// <param name="cancellationToken">Ends it; the caller brings the timeout.</param>
    /// <exception cref="Core.Errors.FaultException">It could not be done; the detail is told to the model.</exception>
    Task<ToolResult> InvokeAsync(ToolContext context, JsonElement arguments, CancellationToken cancellationToken);
}
