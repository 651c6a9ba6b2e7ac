using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Studio.Files;

namespace Middeck.Studio.Calls;

/// <summary>Makes the pictures and documents of a message the files of a question.</summary>
internal sealed class GivenAttachments(FileIntake intake)
{
    /// <summary>The references in the form that questions take; undefined for none.</summary>
    /// <exception cref="Core.Errors.FaultException">What <see cref="FileIntake"/> refuses.</exception>
    public async Task<JsonElement> ToFilesAsync(
        FileOwner owner, IReadOnlyList<AIContent> attachments, CancellationToken cancellationToken)
    {
        if (attachments.Count == 0)
        {
            return default;
        }

        var files = new List<object>(attachments.Count);
        foreach (var attachment in attachments)
        {
            files.Add(attachment switch
            {
                UriContent { Uri: var url } => new { transfer_method = FileUploadSettings.Remote, url },
                _ => new
                {
                    transfer_method = FileUploadSettings.Local,
                    upload_file_id = await KeepAsync(owner, (DataContent)attachment, cancellationToken),
                },
            });
        }

        return JsonSerializer.SerializeToElement(files);
    }

    // What comes inside the call has no name of its own.
    private async Task<Guid> KeepAsync(FileOwner owner, DataContent data, CancellationToken cancellationToken)
    {
        var type = data.MediaType.Split('/', ';', '+');
        var extension = type[1] switch
        {
            "jpeg" => "jpg",
            "plain" => "txt",
            var other => other,
        };
        using var content = new MemoryStream(data.Data.ToArray(), writable: false);
        var file = await intake.KeepAsync(owner, $"{type[0]}.{extension}", content, sourceUrl: null, cancellationToken);
        return file.Id;
    }
}
