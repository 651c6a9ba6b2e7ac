using System.Text.Json;

namespace Middeck.Studio.Tools.Providers;

/// <summary>A way in which tools come from elsewhere.</summary>
internal interface IProviderKind
{
    /// <summary>As the DSL's <c>provider_type</c> names it.</summary>
    string Kind { get; }

    /// <summary>Reads what a provider offers.</summary>
    /// <param name="connection">Where it is.</param>
    /// <param name="source">Its description; empty where the server itself tells.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Core.Errors.FaultException"><c>tools.invalid_description</c>, or what it cannot be reached for.</exception>
    Task<ProviderContent> ReadAsync(ProviderConnection connection, string source, CancellationToken cancellationToken);

    /// <summary>Calls a tool.</summary>
    /// <exception cref="Core.Errors.FaultException">It could not be done; the detail is told to the model.</exception>
    Task<ToolResult> CallAsync(
        ProviderConnection connection, ProviderTool tool, ToolContext context, JsonElement arguments, CancellationToken cancellationToken);
}
