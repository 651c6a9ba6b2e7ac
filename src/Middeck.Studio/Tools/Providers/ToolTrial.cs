using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Models.Gateway;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Tools.Providers;

/// <summary>Calls a tool of a provider for the person who looks at it.</summary>
internal sealed class ToolTrial(
    ToolProviderStore store, IEnumerable<IProviderKind> kinds, ProviderVault vault, IOptions<StudioOptions> options, TimeProvider clock)
{
    public async Task<TriedTool> TryAsync(
        Caller caller, Guid id, string name, JsonElement arguments, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(caller.WorkspaceId, id, cancellationToken) ?? throw ToolProviderFaults.NotFound();
        var tool = row.Tools.FirstOrDefault(tool => tool.Name == name) ?? throw ToolProviderFaults.NoSuchTool(name);
        var start = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ToolTimeout), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var given = arguments.ValueKind == JsonValueKind.Object ? arguments : JsonSerializer.SerializeToElement(new object());
            var context = new ToolContext(
                new ModelCaller(caller.WorkspaceId, "console", UserId: caller.UserId),
                caller.UserId is { } user ? Person.User(user) : null);
            var result = await kinds.First(kind => kind.Kind == row.Kind).CallAsync(vault.Open(row), tool, context, given, either.Token);
            return new TriedTool(true, result.Text, result.Json, [.. result.Files.Select(file => file.Name)], null, null, Elapsed(start));
        }
        catch (FaultException ex)
        {
            return Failed(ex.Fault, start);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Failed(ToolFaults.Failed($"The tool took longer than {options.Value.ToolTimeout} seconds and was ended.").Fault, start);
        }
    }

    private TriedTool Failed(Fault fault, long start) => new(false, null, null, [], fault.Code, fault.Detail, Elapsed(start));

    private double Elapsed(long start) => Math.Round(clock.GetElapsedTime(start).TotalMilliseconds, 1);
}
