using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Studio.Calls;

namespace Middeck.Studio.Tests.Calls;

public sealed class GivenTalkTests
{
    [Fact]
    public void The_last_message_is_the_question_and_those_before_it_are_turns()
    {
        var talk = GivenTalk.Read(
        [
            new(ChatRole.System, "Be brief."), new(ChatRole.User, "One?"), new(ChatRole.User, "Or two?"),
            new(ChatRole.Assistant, "Two."), new(ChatRole.Assistant, "Really."), new(ChatRole.User, "Nobody answered"),
            new(ChatRole.System, "In English."), new(ChatRole.User, "Three?"),
        ]);

        Assert.Equal("Three?", talk.Query);
        Assert.Equal("Be brief.\n\nIn English.", talk.Instruction);
        var turn = Assert.Single(talk.History);
        Assert.Equal(("One?\nOr two?", "Two.\nReally."), (turn.Query, turn.Answer));
    }

    [Fact]
    public void A_talk_that_ends_with_an_answer_asks_nothing()
    {
        var refused = Assert.Throws<FaultException>(
            () => GivenTalk.Read([new(ChatRole.User, "One?"), new(ChatRole.Assistant, "Yes.")]));
        Assert.Equal("chat.last_message_not_user", refused.Fault.Code);
    }
}
