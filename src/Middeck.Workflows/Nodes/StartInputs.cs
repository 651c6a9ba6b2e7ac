using System.Globalization;
using System.Text;
using Middeck.Core.Errors;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Checks what a caller gives to the variables of a start node, in the words that client programs know.</summary>
public static class StartInputs
{
    /// <summary>The code of every refusal here.</summary>
    public const string Code = "workflows.invalid_input";

    /// <summary>
    /// Reads the inputs by the declared variables; what is not declared is left out, what is missing gets its default.
    /// </summary>
    /// <param name="start">The start node.</param>
    /// <param name="inputs">What the caller gives; files as file values.</param>
    /// <param name="values">The inputs of the run; empty after a refusal.</param>
    /// <returns>The first fault, its field being the variable; null when there is none.</returns>
    public static Fault? Check(
        GraphNode start, IReadOnlyDictionary<string, Segment> inputs, out IReadOnlyDictionary<string, Segment> values)
    {
        var read = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var variable in start.Data.List("variables").Select(StartVariable.Read))
        {
            var given = inputs.GetValueOrDefault(variable.Name) ?? Segment.None;
            if (given.IsNone && variable.IsRequired)
            {
                values = NodeResult.NoValues;
                return Refuse(variable, $"{variable.Name} is required in input form");
            }

            var (value, fault) = Read(variable, given.IsNone ? variable.Default : given);
            if (fault is not null)
            {
                values = NodeResult.NoValues;
                return Refuse(variable, fault);
            }

            read[variable.Name] = value;
        }

        values = read;
        return null;
    }

    private static Fault Refuse(StartVariable variable, string detail) => Fault.Invalid(Code, detail, variable.Name);

    private static (Segment Value, string? Fault) Read(StartVariable variable, Segment value)
    {
        if (value.IsNone)
        {
            return (variable.IsText ? Segment.Empty : Segment.None, null);
        }

        return variable.Type switch
        {
            "number" => ReadNumber(variable, value),
            "checkbox" => ReadCheckbox(variable, value),
            "file" => value.File is not null ? (value, null) : (value, $"{variable.Name} in input form must be a file"),
            "file-list" => ReadFiles(variable, value),
            "json_object" => ReadObject(variable, value),
            _ => (value, CheckText(variable, value)),
        };
    }

    private static (Segment, string?) ReadNumber(StartVariable variable, Segment value)
    {
        if (value.Text is { } text && string.IsNullOrWhiteSpace(text))
        {
            return (Segment.None, null);
        }

        var number = value.Text is { } digits ? SegmentConversion.Number(digits) : value.IsNumber ? value : null;
        return number is null ? (value, $"{variable.Name} in input form must be a valid number") : (number, null);
    }

    private static (Segment, string?) ReadCheckbox(StartVariable variable, Segment value)
    {
        var boolean = value.Type == SegmentType.Boolean ? value
            : value.IsNumber ? Segment.Of(value.Number != 0)
            : value.Text is { } text ? SegmentConversion.Boolean(text)
            : null;
        return boolean is null ? (value, $"{variable.Name} in input form must be a boolean") : (boolean, null);
    }

    private static (Segment, string?) ReadFiles(StartVariable variable, Segment value)
    {
        if (!value.IsArray || value.Items.Any(item => item.File is null))
        {
            return (value, $"{variable.Name} in input form must be a list of files");
        }

        return variable.MaxLength is { } most && value.Items.Count > most
            ? (value, string.Create(CultureInfo.InvariantCulture, $"{variable.Name} in input form must be less than {most} files"))
            : (Segment.Of(value.Items, SegmentType.ArrayFile), null);
    }

    private static (Segment, string?) ReadObject(StartVariable variable, Segment value)
    {
        var read = value.Text is { } text ? text.Length == 0 ? Segment.None : SegmentConversion.Json(text) : value;
        if (read is null || !(read.IsNone || read.Type == SegmentType.Object))
        {
            return (value, $"{variable.Name} in input form must be an object");
        }

        var fault = read.IsNone ? null : JsonSchemaCheck.Check(variable.Schema, read, variable.Name);
        return (read, fault is null ? null : $"{variable.Name} in input form does not fit its schema: {fault}");
    }

    private static string? CheckText(StartVariable variable, Segment value)
    {
        if (value.Text is not { } text)
        {
            return $"(type '{variable.Type}') {variable.Name} in input form must be a string";
        }

        if (variable.Type == "select")
        {
            return variable.Options.Contains(text) || (text.Length == 0 && !variable.IsRequired)
                ? null
                : $"{variable.Name} in input form must be one of the following: {Options(variable)}";
        }

        // Counted like Python does, a letter beyond the basic plane once.
        return variable.MaxLength is { } most && most > 0 && text.EnumerateRunes().Count() > most
            ? string.Create(CultureInfo.InvariantCulture, $"{variable.Name} in input form must be less than {most} characters")
            : null;
    }

    private static string Options(StartVariable variable)
    {
        var text = new StringBuilder();
        PythonText.Repr(Segment.Of([.. variable.Options.Select(Segment.Of)], SegmentType.ArrayString), text);
        return text.ToString();
    }
}
