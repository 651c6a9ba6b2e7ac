using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Dialects.Dify;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>
/// Reads the parts <c>file</c> and <c>data</c> in whatever order they come. The file is stored while it comes, so whoever gets it
/// points a row to it or releases it.
/// </summary>
internal sealed class DatasetFormReader(
    DocumentIntake intake, ObjectReferences references, IOptions<KnowledgeOptions> options)
{
    private const string FilePart = "file";
    private const string DataPart = "data";
    private const int MaxData = 64 * 1024;

    /// <exception cref="FaultException">There is more than one file, one without a name, one that cannot be read, or wrong data.</exception>
    public async Task<DatasetForm> ReadAsync(Guid workspaceId, HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw DatasetFaults.NoFile();
        }

        KeptFile? file = null;
        try
        {
            var data = new WriteDocument();
            var body = MultipartBody.Open(request, options.Value.MaxUploadBytes);
            while (await body.NextAsync(cancellationToken) is { } part)
            {
                if (part.Name == DataPart)
                {
                    data = Parse(await part.ReadTextAsync(MaxData, cancellationToken));
                }
                else if (part.Name == FilePart && part.IsFile)
                {
                    file = file is null
                        ? await KeepAsync(workspaceId, part, cancellationToken)
                        : throw DatasetFaults.TooManyFiles();
                }
            }

            return new DatasetForm(file, data);
        }
        catch
        {
            await ReleaseAsync(file);
            throw;
        }
    }

    /// <summary>Gives a file up that nothing points to.</summary>
    public Task ReleaseAsync(KeptFile? file) => references.ReleaseAsync(file?.Stored.Key, CancellationToken.None);

    private static WriteDocument Parse(string text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text)
                ? new WriteDocument()
                : JsonSerializer.Deserialize<WriteDocument>(text, Json.Snake) ?? new WriteDocument();
        }
        catch (JsonException)
        {
            throw DifyFaults.Invalid(DataPart, "data must be a JSON object with the fields of a document.");
        }
    }

    private Task<KeptFile> KeepAsync(Guid workspaceId, MultipartPart part, CancellationToken cancellationToken)
    {
        var name = FileNames.Clean(part.FileName);
        return name.Length == 0
            ? throw DatasetFaults.NoFileName()
            : intake.KeepAsync(
                workspaceId, name, extension: null, new UploadStream(part.Content, options.Value.MaxUploadBytes), cancellationToken);
    }
}
