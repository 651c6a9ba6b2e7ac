using System.Text;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows;

/// <summary>Takes the workflow's secrets out of what people are shown.</summary>
internal sealed class SecretMask(VariablePool pool)
{
    public const string Stars = "••••••";

    private readonly IReadOnlyList<string> _secrets =
    [
        .. pool.All("env").Values
            .Where(value => value is { Type: SegmentType.Secret, Text.Length: > 0 })
            .SelectMany(value => new[] { value.Text!, Uri.EscapeDataString(value.Text!), Convert.ToBase64String(Encoding.UTF8.GetBytes(value.Text!)) })
            .Distinct()
            .OrderByDescending(text => text.Length),
    ];

    /// <summary>The value with every text in it masked.</summary>
    public Segment Apply(Segment value)
        => _secrets.Count == 0 ? value
            : value.Text is { } text ? Segment.Of(Apply(text))
            : value.IsArray ? Segment.Of([.. value.Items.Select(Apply)], value.Type)
            : value.Type == SegmentType.Object ? Segment.Of(new OrderedDictionary<string, Segment>(
                value.Fields.Select(field => KeyValuePair.Create(field.Key, Apply(field.Value)))))
            : value;

    public string Apply(string text)
        => _secrets.Aggregate(text, (shown, secret) => shown.Replace(secret, Stars, StringComparison.Ordinal));
}
