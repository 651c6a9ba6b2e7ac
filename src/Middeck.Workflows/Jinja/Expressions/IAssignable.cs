using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary>What can be given a value.</summary>
internal interface IAssignable
{
    void Assign(Frame frame, object? value);
}
