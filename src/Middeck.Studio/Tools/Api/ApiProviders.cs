using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Files;
using Middeck.Studio.Outgoing;
using Middeck.Studio.Tools.Api.Curl;
using Middeck.Studio.Tools.Api.OpenApi;
using Middeck.Studio.Tools.Providers;

namespace Middeck.Studio.Tools.Api;

/// <summary>HTTP APIs, by an OpenAPI document or a curl command.</summary>
internal sealed class ApiProviders(OutgoingClient http, ApiBody bodies, FileKinds kinds) : IProviderKind
{
    private const int LongestShownError = 1_000;

    public string Kind => "api";

    public Task<ProviderContent> ReadAsync(ProviderConnection connection, string source, CancellationToken cancellationToken)
    {
        var settings = connection.Settings;
        return Task.FromResult(settings.Source == ProviderSettings.Curl
            ? CurlTool.Read(source, settings.ServerUrl)
            : OpenApiTools.Read(source, settings.SourceUrl, settings.ServerUrl));
    }

    public async Task<ToolResult> CallAsync(
        ProviderConnection connection, ProviderTool tool, ToolContext context, JsonElement arguments, CancellationToken cancellationToken)
    {
        var operation = tool.Call.Deserialize<ApiOperation>(Json.Snake)!;
        var values = ApiValues.Of(operation, tool.Parameters, arguments);
        var headers = connection.Headers().ToList();
        var confidential = headers.ConvertAll(header => header.Key);
        headers.AddRange(values.Headers());
        if (context.IdempotencyKey is { } key && !headers.Exists(header => header.Key.Equals("Idempotency-Key", StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(new("Idempotency-Key", key));
        }

        var answer = await http.SendAsync(
            connection.WorkspaceId,
            new OutgoingRequest(HttpMethod.Parse(operation.Method), values.Address(connection.Query()))
            {
                Headers = headers,
                Confidential = confidential,
                Body = bodies.Of(operation, values, context),
            },
            cancellationToken);
        return ResultOf(answer);
    }

    private ToolResult ResultOf(OutgoingAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            var said = answer.IsFile ? "" : answer.Text();
            throw ToolFaults.Failed(
                $"{answer.Address.Authority} answered {answer.Status}: {(said.Length <= LongestShownError ? said : said[..LongestShownError] + "…")}");
        }

        if (answer.IsFile)
        {
            var name = FileNames.Clean(answer.Type.FileName ?? answer.Address.Segments[^1]);
            var extension = FileKinds.ExtensionOf(name).Length > 0 ? "" : $".{(kinds.ExtensionOfType(answer.Type.MediaType) is { Length: > 0 } known ? known : "bin")}";
            var file = new ToolFile($"{(name.Length > 0 ? name : "file")}{extension}", answer.Body);
            return new ToolResult($"The file '{file.Name}' was received.") { Files = [file] };
        }

        var text = answer.Text();
        return new ToolResult(text.Length > 0 ? text : $"{answer.Status}: the answer is empty.") { Json = ToolArguments.TryParse(text) };
    }
}
