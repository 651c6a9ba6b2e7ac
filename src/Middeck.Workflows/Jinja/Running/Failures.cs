namespace Middeck.Workflows.Jinja.Running;

/// <summary>The exceptions of templates by the names that Jinja2 and Python give them.</summary>
internal static class Failures
{
    public static JinjaException Syntax(string message, int line) => new("TemplateSyntaxError", message, line);

    public static JinjaException Assertion(string message, int line) => new("TemplateAssertionError", message, line);

    public static JinjaException Runtime(string message) => new("TemplateRuntimeError", message);

    public static JinjaException Undefined(string message) => new("UndefinedError", message);

    public static JinjaException Argument(string message) => new("FilterArgumentError", message);

    public static JinjaException Type(string message) => new("TypeError", message);

    public static JinjaException Value(string message) => new("ValueError", message);

    public static JinjaException Key(string message) => new("KeyError", message);

    public static JinjaException Index(string message) => new("IndexError", message);

    public static JinjaException Attribute(string message) => new("AttributeError", message);

    public static JinjaException ZeroDivision(string message) => new("ZeroDivisionError", message);

    public static JinjaException Overflow(string message) => new("OverflowError", message);

    public static JinjaException AssertionFailed(string message) => new("AssertionError", message);

    public static JinjaException TooDeep() => new("RecursionError", "maximum recursion depth exceeded");

    /// <summary>The template asks for more than is allowed here, whatever Jinja2 would do.</summary>
    public static JinjaException Limit(string message) => new("TemplateLimitError", message);
}
