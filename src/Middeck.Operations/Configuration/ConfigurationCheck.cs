using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Middeck.Http.Configuration;
using Middeck.Operations.Language;

namespace Middeck.Operations.Configuration;

/// <summary>Holds every given key and value against the options of all rooms, so that a typing error stops the start.</summary>
public static class ConfigurationCheck
{
    /// <summary>Throws on the first unknown key or value that is not allowed.</summary>
    /// <param name="configuration">What <see cref="ConfigurationLoader"/> made.</param>
    /// <param name="rooms">The registered options.</param>
    /// <exception cref="RefusedException">One line: where, key, value, what is allowed.</exception>
    public static void ThrowIfInvalid(IConfigurationRoot configuration, IEnumerable<RoomOptions> rooms)
    {
        if (FirstProblem(configuration, [.. rooms]) is { } problem)
        {
            throw new RefusedException(ExitCode.Configuration, problem);
        }
    }

    internal static Message? FirstProblem(IConfigurationRoot configuration, IReadOnlyList<RoomOptions> rooms)
    {
        var known = new KnownKeys(rooms);
        var layers = LayersOf(configuration);
        return layers.SelectMany(layer => layer.Entries)
                .Where(entry => entry.Place != "defaults" && !(entry.IsBorrowed && known.Find(entry.Key) is null))
                .Select(entry => ProblemOf(entry, known))
                .FirstOrDefault(problem => problem is not null)
            ?? rooms.SelectMany(room => ProblemsOf(room, configuration, layers)).FirstOrDefault();
    }

    // The strongest first: what it says is what counts.
    private static List<ConfigurationLayer> LayersOf(IConfigurationRoot configuration)
        => [.. configuration.Providers.OfType<ConfigurationLayer>().Reverse()];

    private static Message? ProblemOf(ConfigurationEntry entry, KnownKeys known)
    {
        if (known.Find(entry.Key) is not { } type)
        {
            return ConfigurationMessages.UnknownKey(
                entry.Place, entry.Spelling, entry.Value, NearestKey.Find(entry, known));
        }

        if (entry.Value is null)
        {
            return null;
        }

        return Expectation(type, entry.Value) is { } expected
            ? ConfigurationMessages.BadValue(entry.Place, entry.Spelling, entry.Value, expected)
            : null;
    }

    // The same converters that the binder uses, so that what passes here also binds.
    private static string? Expectation(Type type, string value)
    {
        var leaf = Nullable.GetUnderlyingType(type) ?? type;
        if (leaf == typeof(string))
        {
            return null;
        }

        var converter = TypeDescriptor.GetConverter(leaf);
        if (!converter.CanConvertFrom(typeof(string)))
        {
            return "it holds keys of its own, so it must be a mapping";
        }

        try
        {
            var converted = converter.ConvertFromInvariantString(value);
            return leaf.IsEnum && !Enum.IsDefined(leaf, converted!) ? Wanted(leaf) : null;
        }
        catch (Exception ex) when (ex is ArgumentException or FormatException or NotSupportedException or OverflowException)
        {
            return Wanted(leaf);
        }
    }

    private static string Wanted(Type leaf) => leaf switch
    {
        { IsEnum: true } => $"it must be one of {string.Join(", ", Enum.GetNames(leaf).Select(Spelled))}",
        _ when leaf == typeof(bool) => "it must be true or false",
        _ when leaf == typeof(int) || leaf == typeof(long) => "it must be a whole number",
        _ when leaf == typeof(double) || leaf == typeof(decimal) => "it must be a number",
        _ when leaf == typeof(TimeSpan) => "it must be a duration such as 00:01:30",
        _ => $"it must be a {leaf.Name}",
    };

    private static IEnumerable<Message> ProblemsOf(
        RoomOptions room, IConfigurationRoot configuration, IReadOnlyList<ConfigurationLayer> layers)
    {
        var options = configuration.GetSection(room.Section).Get(room.Type) ?? Activator.CreateInstance(room.Type)!;
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
        {
            var member = result.MemberNames.FirstOrDefault() ?? "";
            var key = $"{room.Section}:{member}";
            var entry = layers.Select(layer => layer.Find(key)).FirstOrDefault(found => found is not null);
            var allowed = Allowed(room.Type, member) ?? result.ErrorMessage ?? "its value is not allowed";
            yield return entry is null
                ? ConfigurationMessages.MissingValue($"{room.Section}.{Spelled(member)}", allowed)
                : ConfigurationMessages.BadValue(entry.Place, entry.Spelling, entry.Value, allowed);
        }
    }

    private static string Spelled(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string? Allowed(Type type, string member)
        => type.GetProperty(member)?.GetCustomAttributes(inherit: true).OfType<RangeAttribute>().FirstOrDefault() is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"it must be from {range.Minimum} to {range.Maximum}")
            : null;
}
