using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Middeck.Core;
using Middeck.Studio.Tools.Providers;

namespace Middeck.Studio.Tools.Api.OpenApi;

/// <summary>Makes a tool of an operation: its parameters and the members of its body become arguments side by side.</summary>
internal static class OpenApiOperationTool
{
    private static readonly string[] BodyTypes = ["application/json", "multipart/form-data", "application/x-www-form-urlencoded"];

    public static ProviderTool Of(
        string server, string path, IOpenApiPathItem item, HttpMethod method, OpenApiOperation operation, HashSet<string> names)
    {
        var arguments = new ArgumentList();
        // What stands at the operation takes the place of the same at the path.
        foreach (var parameter in (operation.Parameters ?? []).Concat(item.Parameters ?? [])
            .Where(parameter => parameter is { Name: not null, In: not null }).DistinctBy(parameter => (parameter.Name, parameter.In)))
        {
            Add(arguments, parameter);
        }

        var (bodyType, isWhole) = AddBody(arguments, operation.RequestBody);
        var name = ToolNames.Unique(operation.OperationId is { Length: > 0 } id ? id : $"{method.Method.ToLowerInvariant()}_{path.Trim('/')}", names);
        var label = operation.Summary is { Length: > 0 } summary ? summary : name;
        return new ProviderTool(
            name,
            label.Length <= 200 ? label : label[..200],
            Described(operation, $"{method.Method} {path}"),
            arguments.Schema(),
            method != HttpMethod.Get && method != HttpMethod.Head,
            JsonSerializer.SerializeToElement(
                new ApiOperation(method.Method, server, path, arguments.All, bodyType, isWhole), Json.Snake));
    }

    private static string Described(OpenApiOperation operation, string call)
    {
        var text = string.Join("\n", new[] { operation.Summary, operation.Description }.Where(part => part is { Length: > 0 }).Distinct());
        return text.Length == 0 ? call : text.Length <= 2000 ? text : text[..2000];
    }

    private static void Add(ArgumentList arguments, IOpenApiParameter parameter)
    {
        var schema = SchemaJson.Of(parameter.Schema ?? parameter.Content?.Values.FirstOrDefault()?.Schema);
        if (parameter.Description is { Length: > 0 } description)
        {
            schema["description"] = description;
        }

        var place = parameter.In switch
        {
            ParameterLocation.Path => ApiArgument.Path,
            ParameterLocation.Header => ApiArgument.Header,
            ParameterLocation.Cookie => ApiArgument.Cookie,
            _ => ApiArgument.Query,
        };
        arguments.Add(parameter.Name!, place, schema, parameter.Required || place == ApiArgument.Path, parameter.Explode);
    }

    private static (string? Type, bool IsWhole) AddBody(ArgumentList arguments, IOpenApiRequestBody? body)
    {
        if (body?.Content is not { Count: > 0 } content)
        {
            return (null, false);
        }

        var type = BodyTypes.FirstOrDefault(content.ContainsKey)
            ?? content.Keys.FirstOrDefault(key => key.EndsWith("json", StringComparison.Ordinal)) ?? content.Keys.First();
        var schema = SchemaJson.Of(content[type].Schema);
        if (schema["properties"] is not JsonObject members || schema["type"]?.ToString() == "array")
        {
            schema["description"] ??= body.Description ?? "The body of the request";
            arguments.Add("body", ApiArgument.Body, schema, body.Required, explode: true);
            return (type.StartsWith("*/", StringComparison.Ordinal) ? "application/json" : type, true);
        }

        var required = (schema["required"] as JsonArray)?.Select(name => name!.ToString()).ToHashSet() ?? [];
        foreach (var (name, member) in members.ToList())
        {
            arguments.Add(name, ApiArgument.Body, member!.DeepClone().AsObject(), body.Required && required.Contains(name), explode: true);
        }

        return (type, false);
    }
}
