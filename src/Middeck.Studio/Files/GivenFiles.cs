using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core;
using Middeck.Core.Identifiers;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Files;

/// <summary>Finds and fetches the files that a question refers to, as far as the app takes them.</summary>
internal sealed class GivenFiles(FileStore store, RemoteFiles remote, TimeProvider clock)
{
    /// <summary>The files that come with the question itself.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>files.invalid_reference</c> with the field's path, and what <see cref="FileIntake"/> refuses.</exception>
    public async Task<IReadOnlyList<UsedFile>> OfQuestionAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (request.RepeatOf is { } message)
        {
            var repeated = await store.OfMessagesAsync(request.App.WorkspaceId, [message], cancellationToken);
            var files = new List<UsedFile>();
            foreach (var (_, used) in repeated.Where(entry => entry.Used.Variable is null))
            {
                files.Add(used with { File = await ClaimAsync(request, used.File, cancellationToken) });
            }

            return files;
        }

        if (request.Files.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return [];
        }

        if (request.Files.ValueKind != JsonValueKind.Array)
        {
            throw FileFaults.Refused("files", "files must be a list.");
        }

        var given = request.Files.EnumerateArray().ToList();
        var settings = FileUploadSettings.Read(request.App.Config.Section("file_upload"));
        if (given.Count > 0 && !settings.Enabled)
        {
            throw FileFaults.Refused("files", "File input is not enabled for this app.");
        }

        RefuseCount(given.Count, settings, "files");
        List<FileReference> references =
            [.. given.Select((item, index) => FileReference.Read(item, $"files[{index}]", variable: null))];
        return await TakeAsync(request, references, _ => settings, cancellationToken);
    }

    /// <summary>The files in the fields of the form, and the form with all that is known of them.</summary>
    /// <exception cref="Core.Errors.FaultException">As for a question's own.</exception>
    public async Task<(IReadOnlyList<UsedFile> Files, JsonElement Inputs)> OfFormAsync(
        ChatRequest request, JsonElement inputs, CancellationToken cancellationToken)
    {
        var fields = request.App.Config.InputForm.Where(field => field.Files is not null).ToList();
        var references = new List<FileReference>();
        foreach (var field in fields)
        {
            references.AddRange(ReferencesIn(field, inputs.Member(field.Variable)));
        }

        if (references.Count == 0)
        {
            return ([], inputs);
        }

        var settings = fields.ToDictionary(field => field.Variable, field => field.Files!);
        var files = await TakeAsync(
            request, references, reference => settings[reference.Variable!], cancellationToken);
        return (files, Described(fields, inputs, files));
    }

    private static IEnumerable<FileReference> ReferencesIn(InputField field, JsonElement? value)
    {
        var path = $"inputs.{field.Variable}";
        if (value is { ValueKind: JsonValueKind.Array } list)
        {
            RefuseCount(list.GetArrayLength(), field.Files!, path);
            return list.EnumerateArray().Select((item, index) => FileReference.Read(item, $"{path}[{index}]", field.Variable));
        }

        return value is { ValueKind: JsonValueKind.Object } one ? [FileReference.Read(one, path, field.Variable)] : [];
    }

    private async Task<IReadOnlyList<UsedFile>> TakeAsync(
        ChatRequest request,
        List<FileReference> references,
        Func<FileReference, FileUploadSettings> settings,
        CancellationToken cancellationToken)
    {
        foreach (var reference in references)
        {
            if (!settings(reference).Methods.Contains(reference.Method))
            {
                throw FileFaults.Refused(reference.Field, $"The app does not take files by {reference.Method} here.");
            }
        }

        var files = new List<UsedFile>(references.Count);
        foreach (var reference in references)
        {
            var file = await TakeAsync(request, reference, cancellationToken);
            if (!settings(reference).Allows(file.Kind, file.Extension))
            {
                throw FileFaults.Refused(reference.Field, $"The app does not take files such as '{file.Name}' here.");
            }

            files.Add(new UsedFile(file, reference.Variable));
        }

        return files;
    }

    private async Task<StoredFile> TakeAsync(
        ChatRequest request, FileReference reference, CancellationToken cancellationToken)
    {
        var owner = new FileOwner(request.App.WorkspaceId, request.App.Id, request.Person);
        if (reference.Url is { } address)
        {
            return await remote.FetchAsync(owner, address, reference.Field, cancellationToken);
        }

        var file = await store.FindAsync(owner.WorkspaceId, reference.FileId!.Value, cancellationToken);
        if (file is null || file.AppId != owner.AppId || file.Person != owner.Person)
        {
            throw FileFaults.Refused(reference.Field, "There is no such uploaded file, or it belongs to somebody else.");
        }

        return await ClaimAsync(request, file, cancellationToken);
    }

    // A file that is used in another conversation will go with that one. The content of its copy is kept once.
    private async Task<StoredFile> ClaimAsync(ChatRequest request, StoredFile file, CancellationToken cancellationToken)
    {
        if (file.ConversationId is null || file.ConversationId == request.ConversationId)
        {
            return file;
        }

        var copy = file with { Id = Ids.New(clock), ConversationId = null, CreatedAt = clock.GetUtcNow() };
        await store.InsertAsync(copy, cancellationToken);
        return copy;
    }

    private static void RefuseCount(int count, FileUploadSettings settings, string field)
    {
        if (count > settings.Limit)
        {
            throw FileFaults.Refused(field, $"The app takes at most {settings.Limit} files here.");
        }
    }

    private static JsonElement Described(List<InputField> fields, JsonElement inputs, IReadOnlyList<UsedFile> files)
    {
        var described = JsonObject.Create(inputs)!;
        foreach (var field in fields)
        {
            JsonNode[] own = [.. files.Where(used => used.Variable == field.Variable).Select(used => Describe(used.File))];
            if (own.Length > 0)
            {
                described[field.Variable] = field.Type == InputFieldType.FileList ? new JsonArray(own) : own[0];
            }
        }

        return JsonSerializer.SerializeToElement(described, Json.Snake);
    }

    // Can be sent again as it is.
    private static JsonNode Describe(StoredFile file) => JsonSerializer.SerializeToNode(
        new
        {
            type = file.Kind,
            transfer_method = FileUploadSettings.Local,
            upload_file_id = file.Id,
            file.Name,
            file.Extension,
            file.MimeType,
            file.Size,
            url = file.SourceUrl,
        },
        Json.Snake)!;
}
