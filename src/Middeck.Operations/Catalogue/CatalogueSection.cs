using System.Globalization;
using Middeck.Operations.Language;

namespace Middeck.Operations.Catalogue;

/// <summary>One mapping of a catalogue while it is read: every fault is noted with its place and what is allowed, and reading goes on.</summary>
internal sealed class CatalogueSection
{
    private readonly YamlValue.Mapping _mapping;
    private readonly string _path;
    private readonly Placeholders _placeholders;
    private readonly List<Message> _faults;

    public CatalogueSection(
        YamlValue.Mapping mapping, string path, IReadOnlyList<string> keys, Placeholders placeholders, List<Message> faults)
    {
        _mapping = mapping;
        _path = path;
        _placeholders = placeholders;
        _faults = faults;
        foreach (var pair in mapping.Pairs.Where(pair => !keys.Contains(pair.Key)))
        {
            faults.Add(CatalogueMessages.UnknownKey(
                pair.FileLine, Name(pair.Key), CatalogueKeys.Nearest(pair.Key, keys), keys));
        }
    }

    public string FileLine => _mapping.FileLine;

    /// <summary>Where a key stands; where its section begins when it is not there.</summary>
    public string PlaceOf(string key) => _mapping.Find(key)?.FileLine ?? FileLine;

    /// <summary>Whether a key has a value.</summary>
    public bool Has(string key) => _mapping.Find(key) is { Value: not YamlValue.Scalar { Text: "" } };

    public string? Text(string key) => _mapping.Find(key) switch
    {
        null => null,
        { Value: YamlValue.Scalar scalar } => Fill(scalar, key) is { Length: > 0 } text ? text : null,
        var pair => Fault<string>(pair, "it must be a text", "应为文本"),
    };

    public string? OneOf(string key, string[] allowed)
        => Converted(
            key,
            text => Array.IndexOf(allowed, text) >= 0 ? text : null,
            $"it must be one of {string.Join(", ", allowed)}",
            $"应为以下之一：{string.Join("、", allowed)}");

    public bool? Bool(string key) => Parsed<bool>(
        key, text => text switch { "true" => true, "false" => false, _ => null }, "it must be true or false", "应为 true 或 false");

    public int? Number(string key, int least, int most) => Parsed<int>(
        key,
        text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
        string.Create(CultureInfo.InvariantCulture, $"it must be a whole number from {least} to {most}"),
        string.Create(CultureInfo.InvariantCulture, $"应为 {least} 到 {most} 的整数"));

    public double? Fraction(string key) => Parsed<double>(
        key,
        text => double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 4096 ? number : null,
        "it must be a number above 0, such as 1.5",
        "应为大于 0 的数，例如 1.5");

    public TimeSpan? Duration(string key) => Parsed<TimeSpan>(
        key, Quantities.Duration, Quantities.DurationForm, "应为时长，例如 500ms、10s、5m 或 2h");

    public long? Size(string key) => Parsed<long>(
        key, text => Quantities.Size(text) is { } size and > 0 ? size : null, Quantities.SizeForm, "应为大小，例如 512MB、2GB 或字节数");

    public Uri? Url(string key) => Converted(key, WebAddress, AddressForm, "应为以 http:// 或 https:// 开头的地址");

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public IReadOnlyList<string> Words(string key) => _mapping.Find(key) switch
    {
        null => [],
        { Value: YamlValue.Scalar { Text: "" } } => [],
        { Value: YamlValue.Scalar scalar } => [Fill(scalar, key)],
        { Value: YamlValue.Sequence { Items: var items } } when items.All(item => item is YamlValue.Scalar)
            => [.. items.Select(item => Fill((YamlValue.Scalar)item, key))],
        var pair => Fault<string[]>(pair, "it must be a list such as [one, two]", "应为列表，例如 [one, two]") ?? [],
    };

    /// <summary>Addresses, one or several.</summary>
    public IReadOnlyList<Uri> Urls(string key)
    {
        var words = Words(key);
        if (words.FirstOrDefault(word => WebAddress(word) is null) is { } wrong)
        {
            _faults.Add(CatalogueMessages.BadValue(
                PlaceOf(key), Name(key), wrong, AddressForm, "应为以 http:// 或 https:// 开头的地址"));
            return [];
        }

        return [.. words.Select(word => WebAddress(word)!)];
    }

    /// <summary>Names to texts.</summary>
    public IReadOnlyDictionary<string, string> Texts(string key)
    {
        var texts = new Dictionary<string, string>();
        foreach (var pair in MappingOf(key)?.Pairs ?? [])
        {
            if (pair.Value is YamlValue.Scalar scalar)
            {
                texts[pair.Key] = Fill(scalar, $"{key}.{pair.Key}");
            }
            else
            {
                _faults.Add(CatalogueMessages.Bad(
                    pair.FileLine, Name($"{key}.{pair.Key}"), "it must be a text", "应为文本"));
            }
        }

        return texts;
    }

    /// <summary>A section below this one; null when it is not there.</summary>
    public CatalogueSection? Section(string key, IReadOnlyList<string> keys)
        => MappingOf(key) is { } mapping ? new CatalogueSection(mapping, Name(key), keys, _placeholders, _faults) : null;

    /// <summary>The mapping under a key; null when it is not there.</summary>
    public YamlValue.Mapping? MappingOf(string key) => _mapping.Find(key) switch
    {
        null or { Value: YamlValue.Scalar { Text: "" } } => null,
        { Value: YamlValue.Mapping mapping } => mapping,
        var pair => Fault<YamlValue.Mapping>(pair, "it must hold keys of its own, indented below it", "其下应为缩进的键"),
    };

    /// <summary>Notes a fault of a key.</summary>
    public void Refuse(string key, string allowed, string allowedChinese)
        => _faults.Add(CatalogueMessages.Bad(PlaceOf(key), Name(key), allowed, allowedChinese));

    private const string AddressForm = "it must be an address that begins with http:// or https://";

    private static Uri? WebAddress(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private T? Converted<T>(string key, Func<string, T?> convert, string allowed, string chinese)
        where T : class
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var value = convert(text);
        Check(value is not null, key, text, allowed, chinese);
        return value;
    }

    private T? Parsed<T>(string key, Func<string, T?> convert, string allowed, string chinese)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var value = convert(text);
        Check(value is not null, key, text, allowed, chinese);
        return value;
    }

    private void Check(bool isAllowed, string key, string text, string allowed, string chinese)
    {
        if (!isAllowed)
        {
            _faults.Add(CatalogueMessages.BadValue(PlaceOf(key), Name(key), text, allowed, chinese));
        }
    }

    private T? Fault<T>(YamlPair pair, string allowed, string chinese)
        where T : class
    {
        _faults.Add(CatalogueMessages.Bad(pair.FileLine, Name(pair.Key), allowed, chinese));
        return null;
    }

    private string Fill(YamlValue.Scalar scalar, string key)
        => _placeholders.Fill(scalar.Text, fault => _faults.Add(CatalogueMessages.Bad(
            scalar.FileLine, Name(key), fault.English, fault.Chinese)));

    private string Name(string key) => _path.Length == 0 ? key : $"{_path}.{key}";
}
