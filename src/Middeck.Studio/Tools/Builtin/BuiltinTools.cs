using System.Collections.Frozen;

namespace Middeck.Studio.Tools.Builtin;

/// <summary>The tools that come with the platform. Providers of exported apps that do the same are answered by them.</summary>
internal sealed class BuiltinTools(IEnumerable<IBuiltinTools> groups) : IToolSource
{
    // What other providers and older files call the same.
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["jina/jina_reader"] = "webscraper/webscraper",
        ["jina_tool/jina_reader"] = "webscraper/webscraper",
        ["json_process/parse"] = "json_process/json_parse",
        ["math/eval_expression"] = "maths/eval_expression",
        ["/current_datetime"] = "time/current_time",
        ["/web_reader"] = "webscraper/webscraper",
    }.ToFrozenDictionary();

    private readonly IReadOnlyList<BuiltinTool> _all = [.. groups.SelectMany(group => group.All)];

    public Task<ITool?> FindAsync(Guid workspaceId, ToolReference reference, CancellationToken cancellationToken)
    {
        if (reference.ProviderType is not (ToolReference.Builtin or "plugin"))
        {
            return Task.FromResult<ITool?>(null);
        }

        var key = Others.GetValueOrDefault(reference.Key, reference.Key);
        return Task.FromResult<ITool?>(_all.FirstOrDefault(tool => $"{tool.Provider}/{tool.Info.Name}" == key));
    }

    public Task<IReadOnlyList<OfferedTool>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<OfferedTool>>([.. _all.Select(tool => new OfferedTool(
            new ToolReference(ToolReference.Builtin, tool.Provider, tool.Info.Name), tool))]);
}
