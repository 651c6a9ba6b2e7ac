using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Middeck.Core.Errors;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;
using Middeck.Studio.Workflows.Runs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>Reads a call into what the webhook's node puts out: its fields by name, and the whole call as <c>_webhook_raw</c>.</summary>
internal sealed class WebhookReader(FileIntake intake, WorkflowInputs inputs)
{
    private const string Raw = "_webhook_raw";

    /// <exception cref="FaultException"><c>triggers.wrong_content_type</c>, <c>triggers.body_too_large</c>, <c>triggers.invalid_call</c>, <c>files.*</c>.</exception>
    public async Task<IReadOnlyDictionary<string, Segment>> ReadAsync(
        WebhookSettings settings, FileOwner owner, HttpRequest request, CancellationToken cancellationToken)
    {
        // Who is signed in here in a browser does not hand that on.
        var headers = request.Headers.Where(static header => header.Key != HeaderNames.Cookie)
            .ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var query = request.Query.ToDictionary(static value => value.Key, static value => value.Value.ToString(), StringComparer.Ordinal);
        RefuseUnstorable(headers);
        RefuseUnstorable(query);
        var outputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var field in settings.Parameters)
        {
            outputs[field.Name] = WebhookValues.OfText(field, query.GetValueOrDefault(field.Name));
        }

        foreach (var field in settings.Headers)
        {
            // Names of variables have no hyphens.
            outputs[field.Name.Replace('-', '_')] = WebhookValues.OfText(field, headers.GetValueOrDefault(field.Name));
        }

        var body = await ReadBodyAsync(settings, owner, request, outputs, cancellationToken);
        outputs[Raw] = Segment.Of(new OrderedDictionary<string, Segment>
        {
            ["method"] = Segment.Of(request.Method),
            ["headers"] = Object(headers),
            ["query_params"] = Object(query),
            ["body"] = body,
        });
        return outputs;
    }

    private async Task<Segment> ReadBodyAsync(
        WebhookSettings settings, FileOwner owner, HttpRequest request, OrderedDictionary<string, Segment> outputs,
        CancellationToken cancellationToken)
    {
        using var content = await WebhookBody.ReadAsync(request, cancellationToken);
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var given) ? given.MediaType.Value! : "";
        if (content.Length == 0)
        {
            foreach (var field in settings.Body)
            {
                outputs[field.Name] = WebhookValues.Require(field, Segment.None);
            }

            return Segment.Of(new OrderedDictionary<string, Segment>());
        }

        if (!type.Equals(settings.ContentType, StringComparison.OrdinalIgnoreCase))
        {
            throw TriggerFaults.WrongType(settings.ContentType);
        }

        return settings.ContentType switch
        {
            WebhookSettings.FormType or WebhookSettings.MultipartType
                => await ReadFormAsync(settings, owner, request, content, outputs, cancellationToken),
            WebhookSettings.TextType => ReadText(settings, content, outputs),
            WebhookSettings.BinaryType => await ReadFileAsync(settings, owner, request, content, outputs, cancellationToken),
            _ => ReadJson(settings, content, outputs),
        };
    }

    private static Segment ReadJson(WebhookSettings settings, MemoryStream content, OrderedDictionary<string, Segment> outputs)
    {
        using var document = Parse(content);
        var body = document.RootElement;
        if (!StorableJson.IsStorable(body))
        {
            throw TriggerFaults.Invalid("The body holds a character that cannot be kept, such as NUL.");
        }

        if (ForgedFile.IsIn(body))
        {
            throw TriggerFaults.Invalid("The body must not hold files of the platform; send files as multipart/form-data.");
        }

        foreach (var field in settings.Body)
        {
            outputs[field.Name] = body.Member(field.Name) is { } value
                ? WebhookValues.OfJson(field, value)
                : WebhookValues.Require(field, Segment.None);
        }

        return SegmentJson.Read(body);
    }

    private static JsonDocument Parse(MemoryStream content)
    {
        try
        {
            return JsonDocument.Parse(content);
        }
        catch (JsonException)
        {
            throw TriggerFaults.Invalid("The body is no JSON.");
        }
    }

    private async Task<Segment> ReadFormAsync(
        WebhookSettings settings, FileOwner owner, HttpRequest request, MemoryStream content,
        OrderedDictionary<string, Segment> outputs, CancellationToken cancellationToken)
    {
        var form = await ParseFormAsync(request, content, cancellationToken);
        var texts = form.ToDictionary(static value => value.Key, static value => value.Value.ToString(), StringComparer.Ordinal);
        RefuseUnstorable(texts);
        foreach (var field in settings.Body)
        {
            outputs[field.Name] = field.IsFile
                ? WebhookValues.Require(field, await FilesAsync(field, owner, form.Files, cancellationToken))
                : WebhookValues.OfText(field, texts.GetValueOrDefault(field.Name));
        }

        return Object(texts);
    }

    private static async Task<IFormCollection> ParseFormAsync(
        HttpRequest request, MemoryStream content, CancellationToken cancellationToken)
    {
        request.Body = content;
        try
        {
            return await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = WebhookBody.MostBytes, ValueLengthLimit = WebhookBody.MostBytes },
                cancellationToken);
        }
        catch (Exception ex) when (ex is InvalidDataException or IOException or BadHttpRequestException)
        {
            throw TriggerFaults.Invalid("The body is no form.");
        }
    }

    private async Task<Segment> FilesAsync(
        WebhookField field, FileOwner owner, IFormFileCollection sent, CancellationToken cancellationToken)
    {
        List<Segment> files = [];
        foreach (var file in sent.GetFiles(field.Name))
        {
            await using var content = file.OpenReadStream();
            files.Add(inputs.FileOf(await intake.KeepAsync(owner, file.FileName, content, null, cancellationToken)));
        }

        return files.Count == 0 ? Segment.None
            : field.Type == "file" ? files[0]
            : Segment.Of([.. files], SegmentType.ArrayFile);
    }

    private static Segment ReadText(WebhookSettings settings, MemoryStream content, OrderedDictionary<string, Segment> outputs)
    {
        var text = Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
        if (!StorableJson.IsStorable(text))
        {
            throw TriggerFaults.Invalid("The body holds a character that cannot be kept, such as NUL.");
        }

        foreach (var field in settings.Body)
        {
            outputs[field.Name] = Segment.Of(text);
        }

        return Segment.Of(new OrderedDictionary<string, Segment> { ["raw"] = Segment.Of(text) });
    }

    private async Task<Segment> ReadFileAsync(
        WebhookSettings settings, FileOwner owner, HttpRequest request, MemoryStream content,
        OrderedDictionary<string, Segment> outputs, CancellationToken cancellationToken)
    {
        var name = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value
            : null;
        var file = inputs.FileOf(await intake.KeepAsync(
            owner, string.IsNullOrEmpty(name) ? "webhook.bin" : name, content, null, cancellationToken));
        foreach (var field in settings.Body)
        {
            outputs[field.Name] = file;
        }

        return Segment.Of(new OrderedDictionary<string, Segment> { ["raw"] = file });
    }

    private static void RefuseUnstorable(Dictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            if (!StorableJson.IsStorable(name) || !StorableJson.IsStorable(value))
            {
                throw TriggerFaults.Invalid("The call holds a character that cannot be kept, such as NUL.");
            }
        }
    }

    private static Segment Object(Dictionary<string, string> values)
    {
        var fields = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            fields[name] = Segment.Of(value);
        }

        return Segment.Of(fields);
    }
}
