using Microsoft.AspNetCore.Http;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;
using Middeck.Studio.Sites.Limits;
using Middeck.Studio.Sites.Visitors;

namespace Middeck.Studio.Sites.Talk;

/// <summary>Takes visitors' files, as far as the app takes any.</summary>
internal sealed class SiteFiles(SiteDoor door, SiteLimiter limiter, FileIntake intake, FileLinks links)
{
    public async Task<AppFile> KeepAsync(SiteVisitor visitor, HttpRequest request, CancellationToken cancellationToken)
    {
        var config = visitor.App.Config;
        var takesFiles = FileUploadSettings.Read(config.Section("file_upload")).Enabled
            || config.InputForm.Any(field => field.Type is InputFieldType.File or InputFieldType.FileList);
        if (!takesFiles)
        {
            throw FileFaults.Refused("file", "The app takes no files.");
        }

        await limiter.CountAsync(visitor, questions: 1, cancellationToken);
        var person = await door.PersonAsync(visitor, cancellationToken);
        var (sent, _) = await FileForm.ReadAsync(request, intake.MaxBytes, cancellationToken);
        await using var content = sent.OpenReadStream();
        return links.Show(await intake.KeepAsync(
            new FileOwner(visitor.WorkspaceId, visitor.AppId, person), sent.FileName, content, null, cancellationToken));
    }
}
