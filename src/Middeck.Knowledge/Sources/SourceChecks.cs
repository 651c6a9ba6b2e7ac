using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Storage.Secrets;

namespace Middeck.Knowledge.Sources;

/// <summary>Tries settings out before they are saved, by reading the beginning of what they lead to.</summary>
internal sealed class SourceChecks(
    KnowledgeBaseAccess access, SourceStore sources, SourceReaders readers, ISecretVault vault, TimeProvider clock)
{
    private const int Shown = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<SourceCheck> RunAsync(
        Caller caller, Guid baseId, CheckSource request, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        var reader = readers.For(request.Kind);
        var place = new SourceAccess(
            caller.WorkspaceId, request.Settings, await SecretAsync(caller, baseId, request, cancellationToken));
        reader.Check(place);

        using var late = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var items = new List<SourceCheckItem>();
        try
        {
            await foreach (var entry in reader.ReadAsync(place, new Dictionary<string, KnownDocument>(), both.Token))
            {
                if (items.Count == Shown)
                {
                    return new SourceCheck(items, More: true);
                }

                items.Add(ItemOf(entry));
            }
        }
        catch (OperationCanceledException ex) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return items.Count > 0
                ? new SourceCheck(items, More: true)
                : throw new FaultException(
                    new Fault(
                        FaultKind.Timeout,
                        "knowledge.source_slow",
                        $"Nothing was found within {Patience.TotalSeconds:0} seconds. The place may be down or very slow."),
                    ex);
        }

        return new SourceCheck(items, More: false);
    }

    private static SourceCheckItem ItemOf(SourceEntry entry) => entry switch
    {
        SourceEntry.Found found => new SourceCheckItem(found.Key, found.Name, null),
        SourceEntry.Skipped skipped => new SourceCheckItem(skipped.Key, null, skipped.Why),
        SourceEntry.Missing missing => new SourceCheckItem(missing.Key, null, missing.Error),
        SourceEntry.Failed failed => new SourceCheckItem(failed.Key, null, failed.Error),
        _ => new SourceCheckItem(entry.Key, entry.Key, null),
    };

    private async Task<string?> SecretAsync(
        Caller caller, Guid baseId, CheckSource request, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(request.SecretKey) || request.SourceId is not { } id)
        {
            return request.SecretKey;
        }

        var row = await sources.FindAsync(caller.WorkspaceId, baseId, id, cancellationToken) ?? throw SourceFaults.NoSource();
        return row.Secret is { } secret ? vault.Decrypt(secret, SourceRow.SecretPurpose(id)) : null;
    }
}
