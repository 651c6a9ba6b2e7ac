using Middeck.Http.Dialects.Dify;

namespace Middeck.Knowledge.ServiceApi;

/// <summary>Dify's names for the ways of chunking.</summary>
internal static class DocForms
{
    private const string Text = "text_model";
    private const string Hierarchical = "hierarchical_model";
    private const string Questions = "qa_model";
    private const string General = "general";
    private const string ParentChild = "parent_child";
    private const string Qa = "qa";

    /// <summary>Ways that Dify does not know are text there.</summary>
    public static string Of(string mode) => mode switch
    {
        ParentChild => Hierarchical,
        Qa => Questions,
        _ => Text,
    };

    /// <summary>The mode that is asked for, or the present one where it is of the same form.</summary>
    /// <exception cref="Core.Errors.FaultException">There is no such form.</exception>
    public static string ModeOf(string? form, string present) => form switch
    {
        null or "" => present,
        Text => Of(present) == Text ? present : General,
        Hierarchical => ParentChild,
        Questions => Qa,
        _ => throw DifyFaults.Invalid("doc_form", "doc_form must be one of: text_model, hierarchical_model, qa_model."),
    };
}
