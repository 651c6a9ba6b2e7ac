using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Middeck.Chat.Bench;

/// <summary>
/// Imports each exported app of a folder, and runs the cases of its <c>expected_cases.json</c> through the public API: what goes in, what is
/// to come out, and what nodes that ask models are to answer. Those get the scripted model, which says it. Cases that stub other nodes are
/// left out and named.
/// </summary>
internal static class DslCases
{
    private const string Failing = "fail-500";

    public static async Task<int> RunAsync(Platform platform, string folder)
    {
        var provider = await platform.CreateProviderAsync("echo", Failing);
        var wrong = await ImportAllAsync(platform, folder);
        var (passed, left) = (0, 0);
        var file = Path.Combine(folder, "expected_cases.json");
        var cases = File.Exists(file) ? JsonNode.Parse(await File.ReadAllTextAsync(file))!["cases"]!.AsArray() : [];
        foreach (var one in cases)
        {
            var name = $"{one!["fixture"]} {Short(one["query"] ?? one["inputs"])}";
            try
            {
                switch (await CheckAsync(platform, folder, provider, one))
                {
                    case null:
                        passed++;
                        break;
                    case "":
                        left++;
                        Console.WriteLine($"  left out: {name}: it stubs a node that asks no model");
                        break;
                    case var difference:
                        wrong++;
                        Console.WriteLine($"  WRONG {name}: {difference}");
                        break;
                }
            }
            catch (InvalidOperationException ex)
            {
                wrong++;
                Console.WriteLine($"  WRONG {name}: {ex.Message}");
            }
        }

        Console.WriteLine($"cases: {passed} of {cases.Count} as expected, {left} left out");
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<int> ImportAllAsync(Platform platform, string folder)
    {
        var (all, warned, failed) = (0, 0, 0);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            all++;
            try
            {
                var result = await ImportAsync(platform, await File.ReadAllTextAsync(path));
                warned += result.GetProperty("status").GetString() == "completed" ? 0 : 1;
            }
            catch (InvalidOperationException ex)
            {
                failed++;
                Console.WriteLine($"  NOT IMPORTED {Path.GetRelativePath(folder, path)}: {ex.Message}");
            }
        }

        Console.WriteLine($"imports: {all - failed} of {all}, {warned} with warnings");
        return failed;
    }

    private static async Task<JsonElement> ImportAsync(Platform platform, string yaml)
    {
        var result = await platform.SendAsync(
            HttpMethod.Post, "/api/v1/apps/import?confirm=true", new StringContent(yaml, Encoding.UTF8, "application/yaml"));
        return result.GetProperty("status").GetString() is "completed" or "completed-with-warnings"
            ? result
            : throw new InvalidOperationException(result.GetRawText());
    }

    // Null when all is as expected, nothing when it cannot be tried, else the difference.
    private static async Task<string?> CheckAsync(Platform platform, string folder, string provider, JsonNode one)
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(folder, (string)one["fixture"]!));
        var app = (await ImportAsync(platform, yaml)).GetProperty("app_id").GetString()!;
        var draft = JsonNode.Parse((await platform.SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/draft")).GetRawText())!;
        foreach (var (node, outputs) in one["mock_node_outputs"]?.AsObject() ?? [])
        {
            var data = draft["config"]!["graph"]!["nodes"]!.AsArray().First(other => (string?)other!["id"] == node)!["data"]!.AsObject();
            if ((string?)data["type"] != "llm")
            {
                return "";
            }

            Stub(data, provider, outputs!, (string?)one["expected_outputs"]?["answer"]);
        }

        await platform.SendAsync(
            HttpMethod.Put, $"/api/v1/apps/{app}/draft",
            JsonContent.Create(new { revision = (int)draft["revision"]!, config = draft["config"] }));
        await platform.SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish", JsonContent.Create(new { }));
        var key = (await platform.SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/api-keys", JsonContent.Create(new { })))
            .GetProperty("key").GetString()!;
        var (finished, text) = await RunAsync(platform, key, one);
        return Differences(one, finished, text);
    }

    private static void Stub(JsonObject data, string provider, JsonNode outputs, string? fallback)
    {
        var fails = outputs["__error"] is not null;
        data["model"] = new JsonObject
        {
            ["provider"] = provider,
            ["name"] = fails ? Failing : "echo",
            ["mode"] = "chat",
            ["completion_params"] = new JsonObject(),
        };
        data["prompt_template"] = new JsonArray(new JsonObject { ["role"] = "user", ["text"] = (string?)outputs["text"] ?? "?" });
        data.Remove("memory");
        data.Remove("context");
        if (fails)
        {
            data["error_strategy"] = "default-value";
            data["default_value"] = new JsonArray(
                new JsonObject { ["key"] = "text", ["type"] = "string", ["value"] = fallback });
        }
    }

    private static async Task<(JsonElement Finished, string Text)> RunAsync(Platform platform, string key, JsonNode one)
    {
        var isChat = one["query"] is not null;
        using var request = new HttpRequestMessage(HttpMethod.Post, isChat ? "/v1/chat-messages" : "/v1/workflows/run")
        {
            Content = JsonContent.Create(new
            {
                inputs = one["inputs"],
                query = one["query"],
                user = "cases",
                response_mode = "streaming",
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await platform.Http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode} {body}");
        }

        var (text, finished) = (new StringBuilder(), default(JsonElement?));
        foreach (var line in body.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)))
        {
            var next = JsonSerializer.Deserialize<JsonElement>(line[6..]);
            switch (next.GetProperty("event").GetString())
            {
                case "message":
                    text.Append(next.GetProperty("answer").GetString());
                    break;
                case "text_chunk":
                    text.Append(next.GetProperty("data").GetProperty("text").GetString());
                    break;
                case "workflow_finished":
                    finished = next.GetProperty("data");
                    break;
            }
        }

        return (finished ?? throw new InvalidOperationException($"The run does not end: {body}"), text.ToString());
    }

    private static string? Differences(JsonNode one, JsonElement finished, string text)
    {
        var status = finished.GetProperty("status").GetString();
        if (status != (string?)one["expected_status"])
        {
            return $"status {status} instead of {one["expected_status"]}: {finished.GetProperty("error")}";
        }

        if (one["expected_outputs"]?.AsObject() is { } expected)
        {
            var outputs = JsonNode.Parse(finished.GetProperty("outputs").GetRawText())!.AsObject();
            var missing = expected.FirstOrDefault(output => !Same(output.Value, outputs[output.Key]));
            var strange = outputs.FirstOrDefault(output => !expected.ContainsKey(output.Key) && output.Key != "files");
            if (missing.Key is not null || strange.Key is not null)
            {
                return $"outputs {Short(outputs)} instead of {Short(expected)}";
            }
        }

        return (string?)one["expected_stream_text"] is { } stream && stream.Trim() != text.Trim()
            ? $"streamed {Short(text)} instead of {Short(stream)}"
            : null;
    }

    private static bool Same(JsonNode? one, JsonNode? other)
        => one is JsonValue a && other is JsonValue b && a.TryGetValue<string>(out var first) && b.TryGetValue<string>(out var second)
            ? first.Trim() == second.Trim()
            : JsonNode.DeepEquals(one, other);

    private static string Short(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "";
        return text.Length <= 120 ? text : text[..120] + "…";
    }
}
