using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Studio.Transfer;

namespace Middeck.Studio.Tests.Transfer;

public sealed class YamlWriterTests
{
    [Fact]
    public void A_file_reads_well()
    {
        var json = Parse("""
            {"app": {"name": "Help", "icon": "🤖", "icon_background": null}, "tags": ["hr", "人事 部"], "none": [], "empty": {},
             "prompt": "You are kind.\nAnswer: yes.\n", "n": 0.5, "ok": true, "no": "no", "time": "12:30", "version": "0.6.0"}
            """);

        Assert.Equal(
            """
            app:
              icon: "\U0001F916"
              icon_background: null
              name: Help
            empty: {}
            "n": 0.5
            "no": 'no'
            none: []
            ok: true
            prompt: |
              You are kind.
              Answer: yes.
            tags:
            - hr
            - 人事 部
            time: '12:30'
            version: '0.6.0'

            """,
            YamlWriter.Write(json),
            ignoreLineEndingDifferences: false);
    }

    [Fact]
    public void What_is_written_is_read_back_as_it_was()
    {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++)
        {
            var json = JsonSerializer.SerializeToElement(Make(random, 4));
            var yaml = YamlWriter.Write(json);

            Assert.True(JsonElement.DeepEquals(json, YamlJson.Read(yaml, 1_000_000)), $"{json}\n---\n{yaml}");
        }
    }

    private static JsonNode? Make(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.Next(-1000, 1000) / 8.0),
        3 or 4 => JsonValue.Create(Text(random)),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Make(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(_ => Text(random)).Distinct()
            .Select(name => KeyValuePair.Create(name, Make(random, depth - 1)))),
    };

    private static string Text(Random random)
    {
        string[] pieces =
        [
            "a", "word", " ", "  ", "\n", "\n\n", "\t", ":", ": ", "#", " #", "-", "- ", "'", "\"", "\\", "{", "}", "[", "]",
            "{{", "}}", "|", ">", "&", "*", "!", "%", "@", "`", ",", "?", "~", "null", "yes", "1", ".5", "0x1", "1e3", "汉字",
            "🤖", "é", "\r", "\r\n", "\u0085", "\u2028", "\u00a0", "\ufeff", "\u007f", "…", "，", "---", "...", "=", "<<",
        ];
        return string.Concat(random.GetItems(pieces, random.Next(0, 6)));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
