using Middeck.Core.Errors;

namespace Middeck.Studio.Variables;

/// <summary>The refusals about conversation variables.</summary>
internal static class VariableFaults
{
    public const string Missing = "conversations.variable_not_found";
    public const string Unfit = "conversations.variable_type_mismatch";

    public static FaultException NotFound() => new(Fault.NotFound(Missing, "The conversation has no such variable."));

    public static FaultException WrongType(string type)
        => new(Fault.Invalid(Unfit, $"value must be of the type {type}.", "value"));

    public static FaultException TooLarge()
        => new(Fault.Invalid(Unfit, $"value may have at most {VariableDefinition.LargestValue:N0} bytes of JSON.", "value"));

    public static FaultException Unstorable()
        => new(Fault.Invalid(Unfit, "value holds a character that cannot be kept, such as NUL.", "value"));
}
