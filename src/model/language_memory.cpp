#include "model/language_memory.hpp"

namespace unbake::model {
namespace {

// Of pages of zeros that take no memory until they are written to.
constinit AnswerTable answers_of_builtin;

}  // namespace

LanguageMemory::LanguageMemory(const Model& model)
    : model_(model),
      own_(&model == &Model::builtin() ? nullptr : std::make_unique<AnswerTable>()),
      answers_(own_ ? own_.get() : &answers_of_builtin) {}

}  // namespace unbake::model
