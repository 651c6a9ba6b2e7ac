using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Http.Security;
using Middeck.Jobs;
using Middeck.Operations.Backup;
using Middeck.Operations.Language;

namespace Middeck.Operations.Management.Backups;

internal static class BackupEndpoints
{
    private static readonly BackupRequest AsConfigured = new();

    public static void MapBackups(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/backups");
        group.MapGet("", ListAsync).WithName("ListBackups").WithSummary("List backups and restores for trial");
        group.MapPost("", CreateAsync).WithName("CreateBackup").WithSummary("Make a backup, as a job");
        group.MapPost("/{name}/verify", VerifyAsync).WithName("VerifyBackup").WithSummary("Read a backup to its end, as a job");
        group.MapPost("/{name}/drill", DrillAsync).WithName("DrillBackup").WithSummary("Restore a backup for trial, as a job");
        group.MapDelete("/{name}", DeleteAsync).WithName("DeleteBackup").WithSummary("Delete a backup and the objects that no other needs");
    }

    private static async Task<Ok<BackupListView>> ListAsync(
        BackupService backups, IOptions<BackupOptions> options, CancellationToken cancellationToken)
        => await TellAsync(async () =>
        {
            var list = await backups.ListAsync(AsConfigured, cancellationToken);
            var settings = options.Value;
            return TypedResults.Ok(new BackupListView(
                list.Address,
                Given(settings.Schedule),
                Given(settings.DrillSchedule),
                settings.Recipient.Length > 0 ? "age" : settings.PassphraseFile.Length > 0 ? "passphrase" : "none",
                settings.Retention,
                [.. list.Whole.Select(BackupView.Of)],
                list.Damaged,
                await backups.DrillsAsync(AsConfigured, cancellationToken)));
        });

    private static Task<Accepted<BackupJobView>> CreateAsync(
        IJobQueue jobs, CallerContext caller, AuditTrail audit, CancellationToken cancellationToken)
        => StartAsync(MakeBackup.Kind, "backup", jobs, caller, audit, cancellationToken);

    private static async Task<Accepted<BackupJobView>> VerifyAsync(
        string name, BackupService backups, IJobQueue jobs, CallerContext caller, AuditTrail audit, CancellationToken cancellationToken)
    {
        await RequireAsync(backups, name, cancellationToken);
        return await StartAsync(VerifyBackup.Kind, name, jobs, caller, audit, cancellationToken);
    }

    private static async Task<Accepted<BackupJobView>> DrillAsync(
        string name, BackupService backups, IJobQueue jobs, CallerContext caller, AuditTrail audit, CancellationToken cancellationToken)
    {
        await RequireAsync(backups, name, cancellationToken);
        return await StartAsync(DrillBackup.Kind, name, jobs, caller, audit, cancellationToken);
    }

    private static async Task<NoContent> DeleteAsync(
        string name, BackupService backups, AuditTrail audit, CancellationToken cancellationToken)
        => await TellAsync(async () =>
        {
            await backups.DeleteAsync(name, AsConfigured, cancellationToken);
            audit.About("backup", name, name);
            return TypedResults.NoContent();
        });

    private static async Task<Accepted<BackupJobView>> StartAsync(
        string kind, string name, IJobQueue jobs, CallerContext caller, AuditTrail audit, CancellationToken cancellationToken)
    {
        // One at a time of a kind and backup: a second waits for the first.
        var subject = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{name}")).AsSpan(0, 16), bigEndian: true);
        var job = await jobs.EnqueueAsync(
            new JobRequest(kind, caller.WorkspaceId, subject, name, BackupWork.PayloadOf(name), caller.UserId), cancellationToken);
        audit.About("backup", name, name);
        return TypedResults.Accepted($"/api/v1/jobs/{job}", new BackupJobView(job));
    }

    private static async Task RequireAsync(BackupService backups, string name, CancellationToken cancellationToken)
    {
        var list = await TellAsync(() => backups.ListAsync(AsConfigured, cancellationToken));
        if (!list.Damaged.Contains(name) && list.Whole.All(backup => backup.Name != name))
        {
            throw NotFound(BackupMessages.NotFound(name, list.Address));
        }
    }

    private static async Task<T> TellAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (RefusedException ex) when (ex.Code == ExitCode.BackupNotFound)
        {
            throw NotFound(ex.Sentence);
        }
        catch (RefusedException ex)
        {
            throw OperationsFaults.Refused(ex);
        }
    }

    private static FaultException NotFound(Message sentence)
        => new(Fault.NotFound("operations.backup_not_found", sentence.English));

    private static string? Given(string text) => text.Length > 0 ? text : null;
}
