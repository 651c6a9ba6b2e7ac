using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Testing;

namespace Middeck.Architecture.Tests.Reference;

public sealed partial class ErrorSentenceTests
{
    // Where the console looks a code up: any refusal, why a document failed, why a source failed.
    private static readonly (string File, string Prefix)[] Places =
        [("errors.json", ""), ("documents.json", "failure."), ("sources.json", "failure.")];

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void The_console_has_a_sentence_for_every_code_of_the_knowledge_room(string language)
    {
        var known = Places.SelectMany(place => KeysOf(language, place.File)
            .Where(key => key.StartsWith(place.Prefix, StringComparison.Ordinal))
            .Select(key => key[place.Prefix.Length..])).ToHashSet(StringComparer.Ordinal);

        var codes = House.Sources("*.cs").Where(source => source.Room == "Knowledge")
            .SelectMany(source => Code().Matches(File.ReadAllText(source.Path)).Select(match => match.Groups[1].Value))
            .Distinct()
            .ToList();

        Assert.NotEmpty(codes);
        Assert.Equal([], codes.Where(code => !known.Contains(code)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> KeysOf(string language, string file)
    {
        using var words = JsonDocument.Parse(File.ReadAllText(
            Path.Combine(Repository.Root, "console", "src", "i18n", language, file)));
        return [.. words.RootElement.EnumerateObject().Select(word => word.Name)];
    }

    // "knowledge.not_found", but neither the kind of a job nor the name of what is done again and again.
    [GeneratedRegex(@"(?<!Kind = |AddRecurring\(\s*|AddRetention\(\s*)""(knowledge\.[a-z_]+)""")]
    private static partial Regex Code();
}
