using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Security;
using Middeck.Identity;
using Middeck.Identity.Keys;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Server.Backups;

/// <summary>A key by which a drill asks a restored platform. It exists only in the scratch database that the drill removes.</summary>
public static class DrillKey
{
    /// <summary>Makes it in the oldest workspace.</summary>
    /// <exception cref="RefusedException">The restored installation has no workspace.</exception>
    public static async Task<string> MakeAsync(IConfigurationRoot configuration, CancellationToken cancellationToken)
    {
        await using var app = MiddeckServer.Build(configuration, customize: null);
        var workspaceId = await app.Services.BootstrapIdentityAsync(cancellationToken)
            ?? throw new RefusedException(ExitCode.DrillFailed, new Message(
                "The restored installation has no workspace.", "恢复后的系统没有工作区。"));
        var key = await app.Services.GetRequiredService<IApiKeys>().CreateAsync(
            new CreateApiKey(
                workspaceId,
                ApiKeyKind.Management,
                "drill",
                ResourceId: null,
                [Permissions.Apps.Read, Permissions.Knowledge.Read, Permissions.Knowledge.Retrieve],
                ExpiresAt: null,
                CreatedBy: null),
            cancellationToken);
        return key.Key;
    }
}
