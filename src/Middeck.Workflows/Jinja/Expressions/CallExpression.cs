using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a(b)</c></summary>
internal sealed class CallExpression(Expression callee, CallArguments arguments, int line) : Expression(line)
{
    public override string Kind => "call";

    public override IEnumerable<Node> Children => [callee, .. arguments.Nodes];

    public override object? Evaluate(Frame frame) => Call(frame, caller: null);

    /// <summary>Calls with the body of a call block as the caller.</summary>
    public object? Call(Frame frame, Macro? caller)
    {
        Budget.Room();
        var rendering = frame.Rendering;
        rendering.Line = Line;
        rendering.Budget.Step();
        // A method needs no object of its own when it is called at once.
        if (callee is AttributeExpression member)
        {
            var self = member.Value.Evaluate(frame);
            if (Members.MethodOf(self, member.Name) is { } method)
            {
                return method(rendering, self!, arguments.Evaluate(frame, caller));
            }

            return Invoke(Members.Attribute(self, member.Name), frame, caller);
        }

        return Invoke(callee.Evaluate(frame), frame, caller);
    }

    private object? Invoke(object? function, Frame frame, Macro? caller)
    {
        var given = arguments.Evaluate(frame, caller);
        if (function is not ICallable callable)
        {
            throw function is Undefined undefined
                ? undefined.Fail()
                : Failures.Type($"'{TypeNames.Of(function)}' object is not callable");
        }

        var value = callable.Call(frame.Rendering, given);
        frame.Rendering.Line = Line;
        return value;
    }
}
